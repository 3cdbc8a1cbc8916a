package dev.relogrid.vm;

/**
 * One message of a guest, as it was read: its checksum and its place in the sequence are right, its content is not yet
 * judged.
 *
 * @param type one of the constants here, or one that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Frame(int type, byte[] payload) {
    static final int HELLO = 1;
    static final int OBJECT = 2;
    static final int PROGRAM = 3;
    static final int LOG = 4;
    static final int START = 5;
    static final int NOTE = 6;
    static final int DONE = 7;
    static final int ATTACH = 8;
    static final int FACTS = 9;

    /** "FRM1" */
    static final int MAGIC = 0x314d5246;

    /** Magic, type, flags, sequence number, checksum of the payload, its length. */
    static final int HEADER = 24;
    /** The largest is a log, of which a guest keeps far less. */
    static final int MAX_PAYLOAD = (16 << 20) + 64;
}
