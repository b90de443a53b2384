// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks.fresh;

import dev.jdhat.tests.programs.walks.Place;

/** One method whose code is long, with a return address every few bytes; one block each time. */
public final class Long0000 implements Runnable {
    private int state;

    @Override
    public void run() {
        make(state++);
    }

    private static void put(int place) {
        Place.sink = new float[Place.at(place)];
    }

    static void make(int which) {
        switch (which & 63) {
            case 0:
                put(1_000_000);
                break;
            case 1:
                put(1_000_001);
                break;
            case 2:
                put(1_000_002);
                break;
            case 3:
                put(1_000_003);
                break;
            case 4:
                put(1_000_004);
                break;
            case 5:
                put(1_000_005);
                break;
            case 6:
                put(1_000_006);
                break;
            case 7:
                put(1_000_007);
                break;
            case 8:
                put(1_000_008);
                break;
            case 9:
                put(1_000_009);
                break;
            case 10:
                put(1_000_010);
                break;
            case 11:
                put(1_000_011);
                break;
            case 12:
                put(1_000_012);
                break;
            case 13:
                put(1_000_013);
                break;
            case 14:
                put(1_000_014);
                break;
            case 15:
                put(1_000_015);
                break;
            case 16:
                put(1_000_016);
                break;
            case 17:
                put(1_000_017);
                break;
            case 18:
                put(1_000_018);
                break;
            case 19:
                put(1_000_019);
                break;
            case 20:
                put(1_000_020);
                break;
            case 21:
                put(1_000_021);
                break;
            case 22:
                put(1_000_022);
                break;
            case 23:
                put(1_000_023);
                break;
            case 24:
                put(1_000_024);
                break;
            case 25:
                put(1_000_025);
                break;
            case 26:
                put(1_000_026);
                break;
            case 27:
                put(1_000_027);
                break;
            case 28:
                put(1_000_028);
                break;
            case 29:
                put(1_000_029);
                break;
            case 30:
                put(1_000_030);
                break;
            case 31:
                put(1_000_031);
                break;
            case 32:
                put(1_000_032);
                break;
            case 33:
                put(1_000_033);
                break;
            case 34:
                put(1_000_034);
                break;
            case 35:
                put(1_000_035);
                break;
            case 36:
                put(1_000_036);
                break;
            case 37:
                put(1_000_037);
                break;
            case 38:
                put(1_000_038);
                break;
            case 39:
                put(1_000_039);
                break;
            case 40:
                put(1_000_040);
                break;
            case 41:
                put(1_000_041);
                break;
            case 42:
                put(1_000_042);
                break;
            case 43:
                put(1_000_043);
                break;
            case 44:
                put(1_000_044);
                break;
            case 45:
                put(1_000_045);
                break;
            case 46:
                put(1_000_046);
                break;
            case 47:
                put(1_000_047);
                break;
            case 48:
                put(1_000_048);
                break;
            case 49:
                put(1_000_049);
                break;
            case 50:
                put(1_000_050);
                break;
            case 51:
                put(1_000_051);
                break;
            case 52:
                put(1_000_052);
                break;
            case 53:
                put(1_000_053);
                break;
            case 54:
                put(1_000_054);
                break;
            case 55:
                put(1_000_055);
                break;
            case 56:
                put(1_000_056);
                break;
            case 57:
                put(1_000_057);
                break;
            case 58:
                put(1_000_058);
                break;
            case 59:
                put(1_000_059);
                break;
            case 60:
                put(1_000_060);
                break;
            case 61:
                put(1_000_061);
                break;
            case 62:
                put(1_000_062);
                break;
            case 63:
                put(1_000_063);
                break;
            default:
                put(1_000_064);
        }
    }
}
