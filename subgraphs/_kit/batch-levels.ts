import { AsyncLocalStorage } from 'node:async_hooks';
import DataLoader from 'dataloader';

type BatchLoad<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/** Makes a request's loaders, so that they all wait for the same moments. */
export type CreateLoader = <Key, Value, CacheKey = Key>(
  load: BatchLoad<Key, Value>,
  cacheKeyFn?: (key: Key) => CacheKey,
) => DataLoader<Key, Value, CacheKey>;

/**
 * Loads level by level: a batch is sent when nothing that was sent before is still under way.
 *
 * Two records of a child that both show a school ask for it at different moments, as their own rows arrive.
 * Sent at once, that would be one statement or two, as the database happens to answer; waiting for the level
 * makes it one, always, for one child and for fifty.
 */
export function createBatchLevels(): CreateLoader {
  const insideBatch = new AsyncLocalStorage<true>();
  let underWay = 0;
  let waiting: (() => void)[] = [];
  let isDue = false;

  function sendWhenQuiet(): void {
    if (isDue || underWay > 0 || waiting.length === 0) return;
    isDue = true;
    // After the resolvers of this level have run and asked for what they need next.
    setImmediate(() => {
      isDue = false;
      if (underWay > 0) return;
      const batches = waiting;
      waiting = [];
      for (const send of batches) send();
    });
  }

  return <Key, Value, CacheKey = Key>(
    load: BatchLoad<Key, Value>,
    cacheKeyFn?: (key: Key) => CacheKey,
  ): DataLoader<Key, Value, CacheKey> => {
    /** The batch of this loader that waits for its level. */
    let held: (() => void) | undefined;
    const sent = new WeakSet<Promise<Value>>();
    let unsent: Promise<Value>[] = [];

    function release(): void {
      const send = held;
      held = undefined;
      for (const promise of unsent) sent.add(promise);
      unsent = [];
      send?.();
    }

    const loader = new DataLoader<Key, Value, CacheKey>(
      async (keys) => {
        underWay += 1;
        try {
          return await insideBatch.run(true, () => load(keys));
        } finally {
          underWay -= 1;
          sendWhenQuiet();
        }
      },
      {
        cacheKeyFn,
        batchScheduleFn(send) {
          // A batch that itself needs another loader would wait for its own end.
          if (insideBatch.getStore()) {
            setImmediate(send);
          } else {
            held = send;
            waiting.push(release);
          }
          sendWhenQuiet();
        },
      },
    );
    const loadOne = loader.load.bind(loader);
    loader.load = (key) => {
      const promise = loadOne(key);
      if (held === undefined) sent.add(promise);
      else if (!sent.has(promise)) {
        unsent.push(promise);
        // The same where what it needs is asked for outside already, and waits for the batches under way.
        if (insideBatch.getStore()) setImmediate(release);
      }
      return promise;
    };
    return loader;
  };
}
