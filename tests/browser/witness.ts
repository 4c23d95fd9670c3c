import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createHash } from "node:crypto";

/** A server on loopback that answers everybody, and forgets nobody: it counts whatever reaches it. */
export interface Witness {
  readonly port: number;
  /** `http://127.0.0.1:…`, without a slash at its end. */
  readonly http: string;
  readonly ws: string;
  /** What has reached it so far, in words: `connection`, `GET /path`, `upgrade /path`, `datagram`. */
  readonly seen: readonly string[];
  forget(): void;
  close(): Promise<void>;
}

export async function startWitness(): Promise<Witness> {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const isStream = request.url?.startsWith("/events");
    response.writeHead(200, {
      "Access-Control-Allow-Origin": "*",
      "Content-Type": isStream ? "text/event-stream" : "text/javascript",
    });
    response.end(isStream ? "data: hello\n\n" : "globalThis.reached = true;");
  });
  server.on("connection", (socket: Socket) => {
    seen.push("connection");
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("upgrade", (request, socket) => {
    seen.push(`upgrade ${request.url}`);
    const accept = createHash("sha1")
      .update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  // WebRTC and WebTransport speak UDP.
  const datagrams = createSocket("udp4", () => seen.push("datagram"));
  datagrams.bind(port, "127.0.0.1");
  await once(datagrams, "listening");

  return {
    port,
    http: `http://127.0.0.1:${port}`,
    ws: `ws://127.0.0.1:${port}`,
    seen,
    forget: () => void seen.splice(0),
    async close() {
      for (const socket of sockets) socket.destroy();
      datagrams.close();
      server.close();
      await once(server, "close");
    },
  };
}
