import { createSession } from '../../explorer/session.js';
import type { Grant } from '../../explorer/session.js';

/** An issuer whose tokens are numbered, and a clock in milliseconds that the test moves. */
function numberedTokens(expiresIn: number) {
  const state = { issued: 0, time: 1_000_000 };
  const obtainGrant = (): Promise<Grant> => Promise.resolve({ token: `token-${++state.issued}`, expiresIn });
  const session = createSession({ purpose: 'CASE_HANDLING', obtainGrant, now: () => state.time });
  return { state, session };
}

describe('the session of one caller', () => {
  it('sends the token and the purpose with every request', async () => {
    const { session } = numberedTokens(300);
    await expect(session.headers()).resolves.toEqual({
      authorization: 'Bearer token-1',
      'x-purpose': 'CASE_HANDLING',
    });
  });

  it('keeps one token until half a minute before it expires', async () => {
    const { session, state } = numberedTokens(300);
    await session.headers();
    state.time += 269_999;
    expect((await session.headers()).authorization).toBe('Bearer token-1');
    state.time += 1;
    expect((await session.headers()).authorization).toBe('Bearer token-2');
  });

  it('renews a very short token at half its life instead of on every request', async () => {
    const { session, state } = numberedTokens(20);
    await session.headers();
    state.time += 9_999;
    expect((await session.headers()).authorization).toBe('Bearer token-1');
    state.time += 1;
    expect((await session.headers()).authorization).toBe('Bearer token-2');
  });

  it('asks for one token when many requests start together', async () => {
    const { session, state } = numberedTokens(300);
    await Promise.all([session.headers(), session.headers(), session.headers()]);
    expect(state.issued).toBe(1);
  });

  it('asks for a new token after the hub refused the last one', async () => {
    const { session } = numberedTokens(300);
    await session.headers();
    session.forgetToken();
    expect((await session.headers()).authorization).toBe('Bearer token-2');
  });

  it('uses a newly chosen purpose from the next request on', async () => {
    const { session } = numberedTokens(300);
    const underWay = session.headers();
    session.choosePurpose('SUPERVISION');
    expect((await underWay)['x-purpose']).toBe('CASE_HANDLING');
    expect((await session.headers())['x-purpose']).toBe('SUPERVISION');
    expect(session.purpose).toBe('SUPERVISION');
  });

  it('tries again after a token could not be had', async () => {
    let attempts = 0;
    const session = createSession({
      purpose: 'STATISTICS',
      obtainGrant: () =>
        ++attempts === 1
          ? Promise.reject(new Error('The issuer is out of reach.'))
          : Promise.resolve({ token: 'second', expiresIn: 300 }),
    });
    await expect(session.headers()).rejects.toThrow('The issuer is out of reach.');
    expect((await session.headers()).authorization).toBe('Bearer second');
  });
});
