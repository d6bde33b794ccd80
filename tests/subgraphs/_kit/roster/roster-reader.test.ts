import { createServer, type Server, type ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { listen } from '../../../../subgraphs/_kit/http/serve.js';
import type { RosterRange } from '../../../../subgraphs/_kit/roster/roster-line.js';
import { rosterClientOf } from '../../../support/service.js';

let server: Server;
let url: URL;
let answer: (response: ServerResponse) => void;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    answer(response);
  });
  url = await listen(server, '127.0.0.1', 0);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const idOf = (letter: string) => letter.repeat(26);
const lineOf = (letter: string, studentLetter = letter) =>
  `{"canonicalId":"${idOf(letter)}","studentId":"${idOf(studentLetter)}","rows":{"resident":[{"sex":"MALE"}]}}\n`;
const THREE = [lineOf('b'), lineOf('c'), lineOf('d')];

function closing(lines: readonly string[], change: object = {}): string {
  const digest = createHash('sha256').update(lines.join('')).digest('hex');
  return `${JSON.stringify({ count: lines.length, digest, ...change })}\n`;
}
const whole = (lines: readonly string[], end = closing(lines)) => gzipSync(lines.join('') + end);

async function read(range: RosterRange = { from: '', to: '' }): Promise<string[]> {
  const ids: string[] = [];
  for await (const { studentId } of rosterClientOf({ name: 'police', url }).readRoster(
    'police',
    'run',
    range,
  ))
    ids.push(studentId);
  return ids;
}

test('a whole roster ends, and an empty one too', async () => {
  answer = (response) => response.end(whole(THREE));
  expect(await read()).toEqual(['b', 'c', 'd'].map(idOf));
  answer = (response) => response.end(whole([]));
  expect(await read()).toEqual([]);
});

test('letters that are cut by the pieces of the stream are put together again', async () => {
  const name = THREE[0]?.replace('MALE', '𬱖䶮') ?? '';
  const bytes = whole([name]);
  answer = (response) => {
    for (const byte of bytes) response.write(Buffer.of(byte));
    response.end();
  };
  expect(await read()).toEqual([idOf('b')]);
});

describe('a roster counts for nothing', () => {
  test.each<[string, string, Buffer]>([
    ['ends without its closing line', 'BROKEN_OFF', whole(THREE, '')],
    ['ends in the middle of a line', 'BROKEN_OFF', gzipSync(THREE.join('').slice(0, -20))],
    ['is cut off while it is compressed', 'BROKEN_OFF', whole(THREE).subarray(0, -12)],
    ['is not compressed at all', 'BROKEN_OFF', Buffer.from(THREE.join(''))],
    ['has lost a line', 'NOT_AS_COUNTED', whole(THREE.slice(1), closing(THREE))],
    [
      'has one line in place of another',
      'NOT_AS_COUNTED',
      whole([...THREE.slice(0, 2), lineOf('e')], closing(THREE)),
    ],
    ['counts its lines wrongly', 'NOT_AS_COUNTED', whole(THREE, closing(THREE, { count: 4 }))],
    ['is out of order', 'OUT_OF_ORDER', whole([lineOf('c'), lineOf('b')])],
    ['is out of order within a child', 'OUT_OF_ORDER', whole([lineOf('b', 'd'), lineOf('b', 'c')])],
    ['has a child twice', 'OUT_OF_ORDER', whole([lineOf('b'), lineOf('b')])],
    ['goes on behind its closing line', 'MALFORMED', gzipSync(closing([]) + THREE.join('') + closing(THREE))],
    ['has a line that is no JSON', 'MALFORMED', whole(['{"canonicalId":\n'])],
    [
      'has a line without rows',
      'MALFORMED',
      whole([`{"canonicalId":"${idOf('b')}","studentId":"${idOf('b')}"}\n`]),
    ],
  ])('that %s', async (_what, problem, bytes) => {
    answer = (response) => response.end(bytes);
    await expect(read()).rejects.toMatchObject({ code: 'AGENCY_UNAVAILABLE', problem, agency: 'police' });
  });

  test('whose connection breaks', async () => {
    answer = (response) => {
      response.write(whole(THREE).subarray(0, 40), () => response.destroy());
    };
    await expect(read()).rejects.toMatchObject({ problem: 'BROKEN_OFF' });
  });

  test('that is refused, or whose agency does not answer', async () => {
    answer = (response) => response.writeHead(404).end('{}');
    await expect(read()).rejects.toMatchObject({ problem: 'REFUSED', cause: { status: 404 } });
    answer = (response) => response.destroy();
    await expect(read()).rejects.toMatchObject({ problem: 'REFUSED' });
  });

  test('that leaves the range which was asked for', async () => {
    answer = (response) => response.end(whole(THREE));
    await expect(read({ from: idOf('c'), to: '' })).rejects.toMatchObject({ problem: 'OUT_OF_ORDER' });
    await expect(read({ from: '', to: idOf('d') })).rejects.toMatchObject({ problem: 'OUT_OF_ORDER' });
    expect(await read({ from: idOf('b'), to: 'e' })).toHaveLength(3);
  });
});

test('no error says what stood in a line', async () => {
  answer = (response) => response.end(whole(['{"name":"测试\n']));
  const failure = await read().catch((cause: unknown) => cause);
  expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain('测试');
  expect((failure as Error).cause).toBeUndefined();
});
