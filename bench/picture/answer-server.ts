import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { SubgraphCall } from './answers.js';

const END_OF_HEADERS = Buffer.from('\r\n\r\n');

/**
 * Serves JSON answers to JSON posts over keep-alive HTTP/1.1, and nothing else: node:http costs four times as much, and
 * seven agencies would then cost more than the gateway that is measured.
 *
 * @returns the port on loopback
 */
export async function serveAnswers(answer: (call: SubgraphCall) => string): Promise<number> {
  const server = createServer({ noDelay: true }, (socket) => listenTo(socket, answer));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function listenTo(socket: Socket, answer: (call: SubgraphCall) => string): void {
  let waiting: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    waiting = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk;
    for (;;) {
      const endOfHeaders = waiting.indexOf(END_OF_HEADERS);
      if (endOfHeaders < 0) return;
      const length = /\r\ncontent-length: *(\d+)/i.exec(waiting.toString('latin1', 0, endOfHeaders))?.[1];
      if (length === undefined) {
        socket.end('HTTP/1.1 411 Length Required\r\nconnection: close\r\n\r\n');
        return;
      }
      const start = endOfHeaders + END_OF_HEADERS.length;
      const end = start + Number(length);
      if (waiting.length < end) return;
      const body = answer(JSON.parse(waiting.toString('utf8', start, end)) as SubgraphCall);
      waiting = waiting.subarray(end);
      socket.write(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    }
  });
}
