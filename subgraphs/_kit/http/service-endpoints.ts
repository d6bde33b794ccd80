import type { MikroORM } from '@mikro-orm/postgresql';
import type { AccessSummary } from '../access/access-trail.js';
import type { SubgraphDefinition } from '../define-subgraph.js';
import { HubError } from '../errors.js';
import type { AccessLog, AccessRecord, BulkDelivery } from '../audit/access-log.js';
import type { Caller } from '../access/caller.js';
import type { Revocations } from '../access/revocations.js';
import { openServiceSession, type RequestSession } from '../request-session.js';
import type { TokenVerifier } from '../trust/access-token.js';
import type { SignatureVerifier } from '../trust/request-signature.js';
import { admitCall } from './admit-call.js';
import { send, type Call } from './call.js';
import { readJsonText } from './read-body.js';
import { recordedLines } from './recorded-lines.js';
import { sendLines, type StreamedPage } from './send-lines.js';

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** What a service endpoint gets: a parsed body, the account that calls, and a transaction that sees all rows. */
export interface ServiceRequest {
  readonly agency: string;
  readonly body: unknown;
  readonly caller: Caller;
  readonly session: RequestSession;
  readonly now: Date;
}

export interface ServiceAnswer {
  /** Sent as JSON. */
  readonly answer: object;
  /**
   * False for a call that gave out and changed nothing about anybody, such as the question whether something is newer:
   * every agency is asked that every two seconds, and an entry for each would bury those that matter.
   */
  readonly isRecorded: boolean;
  /** Of whom something was read, if the answer names anybody. */
  readonly access?: AccessSummary;
  readonly bulk?: BulkDelivery;
}

/** An answer that is too long to be held: compressed lines, and a last one with their count and digest. */
export interface ServiceStream {
  /** Read after the transaction has ended. */
  readonly pages: AsyncIterable<StreamedPage>;
  /** What was asked for, as the access log holds it. */
  readonly question: BulkDelivery['question'];
  /** Columns that leave. */
  readonly fields: readonly string[];
}

export type ServiceOutcome = ServiceAnswer | ServiceStream;

/** The transaction is committed after it. @throws {HubError} */
export type ServiceHandler = (request: ServiceRequest) => Promise<ServiceOutcome>;

export interface ServiceOptions {
  readonly orm: MikroORM;
  readonly tokens: TokenVerifier;
  readonly revocations: Revocations;
  /** Knows the signature of coordination's service key, which no other part has. */
  readonly serviceSignatures: SignatureVerifier;
  readonly purposes: { has(code: string): boolean };
  /** By path, for example `/kit/scopes`. */
  readonly serviceHandlers: Readonly<Record<string, ServiceHandler>>;
  readonly accessLog: AccessLog;
  readonly now: () => Date;
}

export interface ServiceEndpoints {
  has(path: string): boolean;
  answer(call: Call): Promise<void>;
}

/** The right that the account of each part of the hub carries: to hand over the heads of its access log. */
const EVERY_PART = 'hub.service';
/** The right of the leading group's office alone: it tells the agencies who may read what, and reads their rosters. */
const OFFICE_ALONE = 'hub.coordinate';
const OPEN_TO_EVERY_PART: ReadonlySet<string> = new Set(['/kit/heads']);

const NOTHING: AccessSummary = { children: [], fields: [], deniedFields: [] };

/** `POST /kit/…`: what coordination's office and the agencies' systems tell each other, outside of GraphQL. */
export function createServiceEndpoints(
  { name: agency }: SubgraphDefinition,
  options: ServiceOptions,
): ServiceEndpoints {
  const { orm, serviceSignatures: signatures, serviceHandlers, accessLog } = options;
  return {
    has: (path) => Object.hasOwn(serviceHandlers, path),
    async answer(call) {
      const path = call.request.url ?? '';
      const handle = serviceHandlers[path];
      if (!handle) throw new HubError('NOT_FOUND');
      const text = await readJsonText(call.request, MAX_BODY_BYTES);
      const caller = await admitCall(call, text, { ...options, agency, signatures });
      const at = options.now();
      const record: RecordAccess = (access, bulk) =>
        accessLog.append(recordOf(call, caller, at, access, bulk));
      try {
        if (!caller.scopes.has(OPEN_TO_EVERY_PART.has(path) ? EVERY_PART : OFFICE_ALONE))
          throw new HubError('FORBIDDEN');
        await carryOut(call, record, (session) =>
          handle({ agency, body: parseJson(text), caller, session, now: at }),
        );
      } catch (cause) {
        const isDenied = cause instanceof HubError && cause.code === 'FORBIDDEN';
        if (isDenied) await record({ ...NOTHING, deniedFields: ['*'] });
        throw cause;
      }
    },
  };

  async function carryOut(
    call: Call,
    record: RecordAccess,
    handle: (session: RequestSession) => Promise<ServiceOutcome>,
  ): Promise<void> {
    const session = await openServiceSession(orm);
    try {
      const outcome = await handle(session);
      if ('pages' in outcome) {
        const { pages, question, fields } = outcome;
        await session.commit();
        await sendLines(
          call,
          recordedLines(pages, question, (bulk) => record({ ...NOTHING, fields }, bulk)),
        );
      } else {
        const { answer, isRecorded, access = NOTHING, bulk } = outcome;
        if (isRecorded) await record(access, bulk);
        await session.commit();
        send(call, 200, JSON.stringify(answer));
      }
    } finally {
      await session.end();
    }
  }
}

type RecordAccess = (access: AccessSummary, bulk?: BulkDelivery) => Promise<void>;

function recordOf(
  { request, requestId }: Call,
  caller: Caller,
  at: Date,
  access: AccessSummary,
  bulk: BulkDelivery | undefined,
): AccessRecord {
  const operation = { kind: 'SERVICE', digest: request.url ?? '' } as const;
  return { requestId, at, caller, approvalIds: [], operation, access, bulk };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HubError('BAD_USER_INPUT', 'The body is not JSON.');
  }
}
