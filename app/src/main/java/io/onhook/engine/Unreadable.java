package io.onhook.engine;

/**
 * Stands for the state of a case that this program can't read. The stored state stays as it is.
 *
 * @param why for people
 * @param foreign the case's process is one that only other programs know, as while a newer one is
 *     being rolled out: it is left to them. Otherwise the case is parked, alone
 */
record Unreadable(String why, boolean foreign) {}
