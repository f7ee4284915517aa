import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { type AddressCheck, publicOnly } from '../../src/intake/web/address.ts';

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface TestSite {
  readonly port: number;
  /** `http://127.0.0.1:PORT` and the path. */
  url(path: string): string;
  /** What was asked for, in order. */
  readonly asked: IncomingMessage[];
  close(): Promise<void>;
}

/** A web server on this machine that answers each path as it is told, and anything else with 404. */
export async function openSite(
  answers: Readonly<Record<string, Answer | string>>,
  host = '127.0.0.1',
): Promise<TestSite> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const answer = answers[new URL(request.url ?? '/', 'http://x').pathname];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string') response.end(answer);
    else answer(response, request);
  });
  const port = await listening(server, host);
  return { port, asked, url: (path) => `http://${host}:${port}${path}`, close: () => closed(server) };
}

/** A server that says whatever it likes on the bare connection. */
export async function openRawSite(answer: (socket: Socket) => void): Promise<TestSite> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  const port = await listening(server, '127.0.0.1');
  return {
    port,
    asked: [],
    url: (path) => `http://127.0.0.1:${port}${path}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return closed(server);
    },
  };
}

/** The guard as it is in the bot, but for the tests' own server. */
export const publicAndTestSite: AddressCheck = (address) => (address === '127.0.0.1' ? undefined : publicOnly(address));

async function listening(server: Server | TcpServer, host: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server | TcpServer): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
