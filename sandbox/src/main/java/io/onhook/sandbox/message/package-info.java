/** SMS centre (SMPP), mail server (SMTP), and the inbox that shows what arrived. */
@NullMarked
package io.onhook.sandbox.message;

import org.jspecify.annotations.NullMarked;
