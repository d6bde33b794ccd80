import { servePinned } from '../processes/pinned-process.js';
import type { GatewayKind, GatewaySetup } from './gateways/gateway-setup.js';

const starters: Record<GatewayKind, () => Promise<(setup: GatewaySetup) => Promise<string>>> = {
  floor: () => import('./gateways/floor.js').then(({ startFloor }) => startFloor),
  stock: () => import('./gateways/stock.js').then(({ startStock }) => startStock),
  ours: () => import('./gateways/ours.js').then(({ startOurs }) => startOurs),
};

servePinned(async (setup: GatewaySetup) => {
  const start = await starters[setup.kind]();
  return { url: await start(setup) };
});
