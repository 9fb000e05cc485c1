package io.onhook.document;

import java.util.List;

/**
 * What a holder may know about their papers of one case.
 *
 * @param documents which there are or were
 * @param openings who opened them, when and why; the newest first
 */
public record Custody(List<Document> documents, List<Opening> openings) {}
