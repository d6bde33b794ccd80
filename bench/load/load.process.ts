import { servePinned } from '../processes/pinned-process.js';
import { fireRequests, type Volley } from './fire-requests.js';

servePinned(
  () => Promise.resolve(),
  (volley: Volley) => fireRequests(volley),
);
