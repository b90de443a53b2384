// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.cli.text.PageText;
import dev.jdhat.page.PageData;
import dev.jdhat.page.PageTemplate;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a page leaves out, and how it becomes a file. */
public final class PageOptions {
    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            order = 31,
            converter = Share.class,
            description =
                    "Put the sites of a page that have less than this share of every figure"
                            + " together, as [folded]: 0.001%%, say; 0 keeps all. Default: as few"
                            + " as its size allows, which is 20 MB; none of most profiles.")
    Double threshold;

    /** What is on the page. */
    PageData data(PageData.Builder page) throws IOException {
        return (threshold == null ? page : page.threshold(threshold)).build();
    }

    /** Writes a page that works by itself, and says so; the name {@code -} is stdout. */
    void write(Shell shell, String title, PageData.Builder page, String name) throws IOException {
        PageData data = data(page);
        if (name.equals("-")) {
            PageTemplate.write(title, data.packed(), shell.out());
            return;
        }
        Path file = shell.resolve(name);
        ReportFile.write(file, out -> PageTemplate.write(title, data.packed(), out));
        PageText.lines(data, shell.show(file), Files.size(file)).forEach(shell.err()::println);
    }

    /** Reads a share in per cent. */
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            boolean percent = text.matches("\\d{1,3}(\\.\\d{1,12})?%");
            double share =
                    percent ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100 : 2;
            if (!text.equals("0") && share > 1) {
                throw new TypeConversionException(
                        "'" + text + "' is not a share as 0.001%, or 0 for none");
            }
            return text.equals("0") ? 0 : share;
        }
    }
}
