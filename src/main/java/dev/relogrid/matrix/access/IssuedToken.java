package dev.relogrid.matrix.access;

/**
 * A token at the only moment it is known.
 *
 * @param secret what its owner sends; kept nowhere
 */
public record IssuedToken(String secret, KeptToken token) {
    /** Without the secret, so that no log has it. */
    @Override
    public String toString() {
        return "IssuedToken[" + token.name() + "]";
    }
}
