import { setImmediate as nextTurn } from 'node:timers/promises';
import { createBatchLevels } from '../../../subgraphs/_kit/batch-levels.js';

/** Loaders of one request, and the batches that they sent, in order. */
function startRequest() {
  const createLoader = createBatchLevels();
  const sent: string[] = [];
  const loaderOf = (name: string, read: (key: string) => Promise<string> = (key) => Promise.resolve(key)) =>
    createLoader<string, string>(async (keys) => {
      sent.push(`${name}(${keys.join()})`);
      await nextTurn();
      return Promise.all(keys.map(read));
    });
  return { loaderOf, sent };
}

test('what is asked at different moments of one level goes in one batch', async () => {
  const { loaderOf, sent } = startRequest();
  const schools = loaderOf('schools');
  const [quick, slow] = [loaderOf('quick'), loaderOf('slow')];
  const ask = async (first: typeof quick) => schools.load(`school of ${await first.load('child')}`);
  await Promise.all([ask(quick), ask(slow).then(() => schools.load('another'))]);
  expect(sent).toEqual(['quick(child)', 'slow(child)', 'schools(school of child)', 'schools(another)']);
});

test('a batch that needs another loader does not wait for its own end', async () => {
  const { loaderOf, sent } = startRequest();
  const inner = loaderOf('inner');
  const outer = loaderOf('outer', (key) => inner.load(`${key} inside`));
  expect(await outer.load('a')).toBe('a inside');
  expect(sent).toEqual(['outer(a)', 'inner(a inside)']);
});

test('nor where somebody outside of it waits for the same loader already', async () => {
  const { loaderOf, sent } = startRequest();
  const inner = loaderOf('inner');
  const slow = loaderOf('slow', async (key) => {
    await nextTurn();
    await nextTurn();
    return inner.load(`${key} inside`);
  });
  const quick = loaderOf('quick');
  const outside = quick.load('b').then((key) => inner.load(key));
  expect(await Promise.all([slow.load('a'), outside])).toEqual(['a inside', 'b']);
  expect(sent.slice(0, 2).toSorted()).toEqual(['quick(b)', 'slow(a)']);
});

test('nor where it needs the very key that waits', async () => {
  const { loaderOf } = startRequest();
  const inner = loaderOf('inner');
  const slow = loaderOf('slow', async (key) => {
    await nextTurn();
    await nextTurn();
    return inner.load(key);
  });
  const quick = loaderOf('quick');
  const outside = quick.load('same').then((key) => inner.load(key));
  expect(await Promise.all([slow.load('same'), outside])).toEqual(['same', 'same']);
});
