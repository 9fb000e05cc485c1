package io.onhook.notice;

import io.onhook.shared.Language;
import java.util.List;

/**
 * A template as its reader gets it, filled with sample values.
 *
 * @param template which
 * @param language in which language
 * @param subject of the mail
 * @param sms the short form
 * @param parts how many short messages it takes
 * @param letters how many characters the short form has
 * @param paragraphs the long form
 */
public record Preview(
    Template template,
    Language language,
    String subject,
    String sms,
    int parts,
    int letters,
    List<String> paragraphs) {}
