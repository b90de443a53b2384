# SPDX-FileCopyrightText: 2026 The jdhat authors
# SPDX-License-Identifier: Apache-2.0
#
# Prints the reports of ThreadSanitizer in which one of the accesses is in a source of ours, and
# fails when there is one. The VM is not built for TSan: most reports are of it alone.

# The first frame of a stack that is neither the sanitizer's nor the C library's stands for it.
function look(frame) {
	if (!open || frame ~ /libtsan|sanitizer_common|<null>.*libc\.so/)
		return
	open = 0
	if (frame ~ /\/native\/src\//)
		ours = 1
}

/^WARNING: ThreadSanitizer/ { text = ""; lines = 0; ours = 0; open = 0 }
/^  (Previous )?([Aa]tomic )?([Rr]ead|[Ww]rite) of size / { open = 1 }
/^    #[0-9]/ { look($0) }
/^$/ { open = 0 }
lines < 20 { text = text $0 "\n"; lines++ }
/^SUMMARY: ThreadSanitizer/ {
	if (ours || /\/native\/src\//) {
		printf "%s%s\n", text, $0
		bad = 1
	}
}
END { exit bad }
