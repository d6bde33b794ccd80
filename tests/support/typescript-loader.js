import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * Jest transforms test files but loads its global setup with Node alone, which strips types but knows neither
 * decorators nor `.js` specifiers that mean `.ts` files. These hooks give it what `@swc/jest` gives the tests.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    try {
      return nextResolve(specifier, context);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
      return nextResolve(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    return {
      format: 'module',
      source: transformSync(readFileSync(filename, 'utf8'), { filename }).code,
      shortCircuit: true,
    };
  },
});
