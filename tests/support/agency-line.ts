import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { listen } from '../../subgraphs/_kit/http/serve.js';

/** How the line to an agency behaves. Everything but CONNECTED is an agency being down in one way or another. */
export type LineState =
  | 'CONNECTED'
  | 'REFUSED'
  | 'HANGING'
  | 'GARBAGE'
  | 'EMPTY_DATA'
  | 'NULL_ENTITIES'
  | 'SERVER_ERROR'
  /** Up, but unable to record the access, so that it answers nothing. */
  | 'UNRECORDED';

export const BROKEN_LINES = [
  'REFUSED',
  'HANGING',
  'GARBAGE',
  'EMPTY_DATA',
  'NULL_ENTITIES',
  'SERVER_ERROR',
] as const satisfies readonly LineState[];

function forward(agency: URL, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const onward = httpRequest(new URL(request.url ?? '/', agency), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  }).on('error', () => response.destroy());
  // Whoever hangs up at this end hangs up at the other.
  response.once('close', () => {
    if (!response.writableFinished) onward.destroy();
  });
  request.pipe(onward);
}

/** A wire between gateway and a real agency that a test can cut. */
export interface AgencyLine {
  readonly url: URL;
  state: LineState;
  /** GraphQL calls that arrived, whatever became of them. */
  calls: number;
  /** The most calls that were under way at one time. */
  mostAtOnce: number;
  close(): Promise<void>;
}

const ANSWERS: Record<
  'GARBAGE' | 'EMPTY_DATA' | 'NULL_ENTITIES' | 'SERVER_ERROR' | 'UNRECORDED',
  { status: number; type: string; body: string }
> = {
  GARBAGE: { status: 200, type: 'text/html', body: '<html><body>maintenance</body></html>' },
  EMPTY_DATA: { status: 200, type: 'application/json', body: '{"data":{}}' },
  NULL_ENTITIES: { status: 200, type: 'application/json', body: '{"data":{"_entities":null}}' },
  SERVER_ERROR: {
    status: 500,
    type: 'application/json',
    body: '{"errors":[{"message":"secret detail of the agency"}]}',
  },
  UNRECORDED: {
    status: 200,
    type: 'application/json',
    body: '{"errors":[{"message":"not recorded","extensions":{"code":"AUDIT_UNAVAILABLE"}}]}',
  },
};

export async function openAgencyLine(agency: URL): Promise<AgencyLine> {
  let underWay = 0;
  const server: Server = createServer((request, response) => {
    line.calls += 1;
    underWay += 1;
    line.mostAtOnce = Math.max(line.mostAtOnce, underWay);
    response.once('close', () => (underWay -= 1));
    switch (line.state) {
      case 'CONNECTED':
        forward(agency, request, response);
        return;
      case 'HANGING':
        request.resume();
        return;
      case 'REFUSED':
        request.socket.destroy();
        return;
      default: {
        const { status, type, body } = ANSWERS[line.state];
        request.resume();
        response.writeHead(status, { 'content-type': type }).end(body);
      }
    }
  });
  const line: AgencyLine = {
    url: await listen(server, '127.0.0.1', 0),
    state: 'CONNECTED',
    calls: 0,
    mostAtOnce: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return line;
}
