# SPDX-FileCopyrightText: 2026 The jdhat authors
# SPDX-License-Identifier: Apache-2.0

# Strings, hashes and regular expressions: deep stacks with frames that JRuby generates.
words = Hash.new(0)
random = Random.new(42)
200.times do
  text = (0...2000).map { "w#{random.rand(5000)}" }.join(" ")
  text.split(" ").each { |word| words[word.upcase] += 1 }
  text.gsub(/w(\d+)/) { "x#{$1.to_i * 2}" }
end
puts words.values.sum
