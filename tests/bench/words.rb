# SPDX-FileCopyrightText: 2026 The jdhat authors
# SPDX-License-Identifier: Apache-2.0
#
# Texts of random words that are split, counted and rewritten. The argument is the number of texts.
counts = Hash.new(0)
random = Random.new(42)
Integer(ARGV[0]).times do
  text = Array.new(2000) { "w#{random.rand(5000)}" }.join(' ')
  text.split(' ').each { |word| counts[word.upcase] += 1 }
  text.gsub(/w(\d+)/) { "x#{$1.to_i * 2}" }
end
puts counts.size, counts.values.sum
