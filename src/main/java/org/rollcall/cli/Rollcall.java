package org.rollcall.cli;

public final class Rollcall {
    private Rollcall() {}

    public static void main(String[] args) {}
}
