import { randomUUID, type KeyObject } from 'node:crypto';
import type { Readable } from 'node:stream';
import { request } from 'undici';
import { SIGNATURE_HEADER, signCall } from './request-signature.js';

const TIMEOUT_MS = 5000;
/** What the parts of the hub tell each other is an exchange of data, unless a call says otherwise. */
const DEFAULT_PURPOSE = 'DATA_EXCHANGE';

export interface ServiceCall {
  /** Where the agency answers, without a path. */
  readonly url: URL | string;
  /** Whom the call is meant for; part of what is signed. */
  readonly agency: string;
  readonly path: `/kit/${string}`;
  /** Sent as JSON. */
  readonly body: unknown;
  readonly purpose?: string;
  /** Until the answer is there, or of a stream begins and goes on, in milliseconds. */
  readonly timeoutMs?: number;
}

/** An agency did not answer a service call, or refused it. Says where and how, never with what. */
export class ServiceCallError extends Error {
  /** HTTP status of the answer; undefined when there was none. */
  readonly status: number | undefined;

  constructor({ agency, path }: ServiceCall, status: number | undefined, options?: ErrorOptions) {
    super(`${agency} ${status === undefined ? 'did not answer' : `answered ${status} to`} ${path}.`, options);
    this.name = 'ServiceCallError';
    this.status = status;
  }
}

export interface ServiceClient {
  /** @returns the answer's JSON, unchecked. @throws {ServiceCallError} for everything but a 200 in time. */
  postToAgency(call: ServiceCall): Promise<unknown>;
  /**
   * @returns the answer's bytes as they come, compressed; the stream fails when it is broken off, and destroying it
   *   ends the call. @throws {ServiceCallError} for everything but a 200
   */
  streamFromAgency(call: ServiceCall): Promise<Readable>;
}

export interface ServiceClientOptions {
  /** Coordination's service key, which every agency knows. */
  readonly key: KeyObject;
  /** The service account's access token, with the scope of the paths it calls; asked for at each call. */
  readonly accessToken: () => Promise<string>;
  readonly timeoutMs?: number;
}

/** Sends what one part of the hub tells another outside of GraphQL: signed, and under a service account's token. */
export function createServiceClient({ key, accessToken, timeoutMs }: ServiceClientOptions): ServiceClient {
  /** @throws what the identity provider says when it refuses the account, which is nobody's answer to the call */
  async function signed(call: ServiceCall): Promise<SignedRequest> {
    const { agency, path, purpose = DEFAULT_PURPOSE } = call;
    const body = JSON.stringify(call.body);
    const requestId = randomUUID();
    const authorization = `Bearer ${await accessToken()}`;
    const signature = signCall(
      { method: 'POST', path, body, agency, authorization, purpose, approval: undefined, requestId },
      key,
      Date.now(),
    );
    return {
      url: new URL(path, call.url),
      options: {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          'x-purpose': purpose,
          'x-request-id': requestId,
          [SIGNATURE_HEADER]: signature,
        },
        body,
      },
    };
  }

  const timeoutOf = (call: ServiceCall) => call.timeoutMs ?? timeoutMs ?? TIMEOUT_MS;

  return {
    async postToAgency(call) {
      const { url, options } = await signed(call);
      const milliseconds = timeoutOf(call);
      try {
        const answer = await request(url, {
          ...options,
          // The library's own limit of five minutes would end longer calls.
          headersTimeout: milliseconds,
          signal: AbortSignal.timeout(milliseconds),
        });
        const text = await answer.body.text();
        if (answer.statusCode !== 200) throw new ServiceCallError(call, answer.statusCode);
        return JSON.parse(text) as unknown;
      } catch (cause) {
        throw asCallError(call, cause);
      }
    },
    async streamFromAgency(call) {
      const { url, options } = await signed(call);
      const milliseconds = timeoutOf(call);
      try {
        const answer = await request(url, {
          ...options,
          headersTimeout: milliseconds,
          bodyTimeout: milliseconds,
        });
        if (answer.statusCode === 200) return answer.body;
        await answer.body.dump();
        throw new ServiceCallError(call, answer.statusCode);
      } catch (cause) {
        throw asCallError(call, cause);
      }
    },
  };
}

interface SignedRequest {
  readonly url: URL;
  readonly options: NonNullable<Parameters<typeof request>[1]>;
}

function asCallError(call: ServiceCall, cause: unknown): ServiceCallError {
  return cause instanceof ServiceCallError ? cause : new ServiceCallError(call, undefined, { cause });
}
