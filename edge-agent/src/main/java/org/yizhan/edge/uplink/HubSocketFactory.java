package org.yizhan.edge.uplink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets for Paho as they must be: TLS 1.3 alone; no delay, which Paho does not ask for and
 * without which every small message waits for the acknowledgement of the one before; and a bounded
 * close, since a TLS socket whose writer hangs on a dead network is otherwise closed by nobody.
 */
final class HubSocketFactory extends SSLSocketFactory {
  private static final int LINGER_SECONDS = 2;
  private static final String[] PROTOCOLS = {"TLSv1.3"};

  private final SSLSocketFactory sockets;

  HubSocketFactory(SSLContext tls) {
    this.sockets = tls.getSocketFactory();
  }

  private static Socket tuned(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoLinger(true, LINGER_SECONDS);
    if (socket instanceof SSLSocket tls) {
      tls.setEnabledProtocols(PROTOCOLS);
    }
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return tuned(sockets.createSocket());
  }

  @Override
  public Socket createSocket(Socket below, String host, int port, boolean autoClose)
      throws IOException {
    return tuned(sockets.createSocket(below, host, port, autoClose));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return tuned(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return tuned(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return tuned(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return tuned(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }
}
