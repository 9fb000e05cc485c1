package io.onhook.network;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the home location register is. Its CTRL and VTY interfaces know no sign-in: reach them over
 * a closed network or a tunnel only.
 *
 * @param host name or address
 * @param ctrlPort osmo-hlr's CTRL interface
 * @param vtyPort osmo-hlr's VTY interface
 * @param timeout the longest one call of the port takes, connecting included
 * @param connections the most connections kept to each of the two interfaces
 */
@ConfigurationProperties("onhook.hlr")
record HlrSettings(
    String host,
    @DefaultValue("4259") int ctrlPort,
    @DefaultValue("4258") int vtyPort,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("4") int connections) {}
