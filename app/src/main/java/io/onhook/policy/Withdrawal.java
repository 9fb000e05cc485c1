package io.onhook.policy;

/**
 * The EU's right to withdraw from a contract that was made at a distance (Directive 2011/83/EU,
 * art. 11a, as amended by Directive (EU) 2023/2673). Not the same as taking a cancellation back.
 *
 * @param within how long after the contract was made
 * @param start the words that lead in: "withdraw from contract here"
 * @param confirm the words of the last button: "confirm withdrawal"
 * @param declaration what is declared by it
 * @param afterwards what happens then, and what use so far costs
 */
public record Withdrawal(
    Term within, Text start, Text confirm, Text declaration, Text afterwards) {}
