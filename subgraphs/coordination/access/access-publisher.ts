import type { Kysely } from 'kysely';
import { z } from 'zod';
import { dayInShanghai } from '../../../policies/iso-date.js';
import type { PublicationTopic } from '../../_kit/access/publication-state.entity.js';
import type { Background, BackgroundContext } from '../../_kit/background.js';
import { openServiceSession } from '../../_kit/request-session.js';
import { raiseVersion, readVersions } from './publication.js';
import { publishedApprovals, publishedGrants, publishedRevocations } from './published-access.js';
import { kyselyOf } from '../../_kit/kysely-of.js';

/** With the second within which an agency looks at its own table, a revocation counts within five. */
const EVERY_MS = 2000;

const answerSchema = z.object({ version: z.number() });

interface Topic {
  readonly topic: PublicationTopic;
  readonly path: '/kit/approvals' | '/kit/scopes' | '/kit/revocations';
  /** What a call says beside the version, with or without the set. */
  readonly body: (set: readonly object[] | undefined) => object;
  readonly read: (db: Kysely<unknown>, now: Date) => Promise<readonly object[]>;
}

const TOPICS: readonly Topic[] = [
  {
    topic: 'APPROVALS',
    path: '/kit/approvals',
    body: (approvals) => ({ approvals }),
    read: publishedApprovals,
  },
  {
    topic: 'GRANT',
    path: '/kit/scopes',
    body: (rows) => ({ origin: 'GRANT', rows }),
    read: (db, now) => publishedGrants(db, dayInShanghai(now)),
  },
  {
    topic: 'REVOCATIONS',
    path: '/kit/revocations',
    body: (revocations) => ({ revocations }),
    read: publishedRevocations,
  },
];

/**
 * Tells every agency, coordination's own included, what is approved, granted and revoked: at once, and then every two seconds.
 *
 * An agency that holds the version already only hears that nothing is newer. Nothing is remembered between rounds, so
 * whatever was missed, lost or restored is made good at the next one, by any replica. An agency that hangs keeps only
 * itself waiting.
 */
export function startAccessPublisher(context: BackgroundContext): Background {
  const underWay = new Map<string, Promise<void>>();

  async function round(): Promise<void> {
    const versions = await readVersions(context.apart);
    for (const agency of context.agencies.keys()) {
      if (underWay.has(agency)) continue;
      const told = tell(agency, versions)
        .catch(() => context.log.warn({ agency }, 'approvals could not be published'))
        .finally(() => underWay.delete(agency));
      underWay.set(agency, told);
    }
  }

  async function tell(agency: string, versions: ReadonlyMap<string, number>): Promise<void> {
    for (const topic of TOPICS) {
      const version = versions.get(topic.topic);
      if (version === undefined) continue;
      const held = await post(agency, topic, { version });
      if (held < version) await sendSet(agency, topic);
      // A database restored from a copy is behind its agencies; its sets must count again all the same.
      if (held > version) await raiseIfBehind(topic.topic, held);
    }
  }

  async function post(
    agency: string,
    { path, body }: Topic,
    call: { version: number; set?: readonly object[] },
  ) {
    const url = context.agencies.get(agency);
    if (!url) throw new RangeError('An agency without an address.');
    const answer = await context.postToAgency({
      url,
      agency,
      path,
      body: { version: call.version, ...body(call.set) },
    });
    return answerSchema.parse(answer).version;
  }

  async function sendSet(agency: string, topic: Topic): Promise<void> {
    const session = await openServiceSession(context.orm);
    let set: readonly object[];
    let version: number;
    try {
      const db = kyselyOf(session.em);
      // The version first: a change in between then goes out again, and is never taken for sent.
      version = (await readVersions(db)).get(topic.topic) ?? 0;
      set = await topic.read(db, context.now());
    } finally {
      await session.end();
    }
    await post(agency, topic, { version, set });
  }

  async function raiseIfBehind(topic: PublicationTopic, held: number): Promise<void> {
    const now = (await readVersions(context.apart)).get(topic) ?? 0;
    if (now < held) await raiseVersion(context.apart, topic);
  }

  let rounds = Promise.resolve();
  const begin = () => {
    rounds = rounds.then(round).catch(() => context.log.warn('approvals could not be read'));
  };
  begin();
  const timer = setInterval(begin, EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await rounds;
      await Promise.all(underWay.values());
    },
  };
}
