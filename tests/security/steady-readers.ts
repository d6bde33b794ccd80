import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** One answer, as the client that asked remembers it. */
export interface RememberedRead {
  readonly requestId: string;
  /** Milliseconds of `performance.now()`. */
  readonly askedAt: number;
  readonly answeredAt: number;
  /** Undefined when no answer came. */
  readonly body: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  /** By the field of the child that they stand at. */
  readonly codes: Readonly<Record<string, string>>;
}

export interface SteadyReaders {
  readonly reads: readonly RememberedRead[];
  readonly readers: number;
  stop(): Promise<void>;
}

interface Answer {
  readonly data?: { readonly student: Readonly<Record<string, unknown>> | null } | null;
  readonly errors?: readonly {
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string };
  }[];
}

const PAUSE_MS = 20;

/** Readers that ask for one child through the gateway again and again, and remember what they were told. */
export function startSteadyReaders(options: {
  readonly gatewayUrl: URL;
  readonly student: string;
  readonly selection: string;
  /** Of each reader, without a request id. */
  readonly headers: readonly Readonly<Record<string, string>>[];
}): SteadyReaders {
  const reads: RememberedRead[] = [];
  const body = JSON.stringify({
    query: `query Steady($id: ID!) { student(id: $id) { ${options.selection} } }`,
    variables: { id: options.student },
  });
  let isStopping = false;

  async function read(headers: Readonly<Record<string, string>>): Promise<void> {
    const requestId = randomUUID();
    const askedAt = performance.now();
    const text = await fetch(new URL('/graphql', options.gatewayUrl), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'x-request-id': requestId },
      body,
    })
      .then((response) => response.text())
      .catch(() => undefined);
    const { data, errors = [] } = (text === undefined ? {} : JSON.parse(text)) as Answer;
    const codes = errors.map(({ path, extensions }) => [path?.[1] ?? '', extensions.code] as const);
    reads.push({
      requestId,
      askedAt,
      answeredAt: performance.now(),
      body: text,
      fields: data?.student ?? {},
      codes: Object.fromEntries(codes),
    });
  }

  const loops = options.headers.map(async (headers) => {
    while (!isStopping) {
      await read(headers);
      await delay(PAUSE_MS);
    }
  });
  return {
    reads,
    readers: loops.length,
    async stop() {
      isStopping = true;
      await Promise.all(loops);
    },
  };
}

/** How the entries of a log agree with what the readers were told. */
export interface Reconciliation {
  readonly delivered: number;
  /** Delivered reads that have no entry, or more than one. */
  readonly unrecorded: readonly string[];
  readonly recordedTwice: readonly string[];
  /** Entries of reads whose answer never came to the reader. */
  readonly undelivered: number;
}

/** @param entries request ids and outcomes of the entries about the child's field */
export function reconcile(
  reads: readonly RememberedRead[],
  field: string,
  entries: readonly { readonly requestId: string; readonly outcome: string }[],
): Reconciliation {
  const own = new Set(reads.map(({ requestId }) => requestId));
  const times = new Map<string, number>();
  for (const { requestId, outcome } of entries)
    if (outcome === 'DELIVERED' && own.has(requestId)) times.set(requestId, (times.get(requestId) ?? 0) + 1);
  const delivered = reads.filter(({ fields }) => fields[field] != null).map(({ requestId }) => requestId);
  const isDelivered = new Set(delivered);
  return {
    delivered: delivered.length,
    unrecorded: delivered.filter((id) => !times.has(id)),
    recordedTwice: delivered.filter((id) => (times.get(id) ?? 0) > 1),
    undelivered: [...times.keys()].filter((id) => !isDelivered.has(id)).length,
  };
}
