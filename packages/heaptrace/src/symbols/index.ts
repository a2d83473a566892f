/** Names, files and lines of guest addresses. */
export { addressFrames, chainFrames, frameLabel, framePlace, hexAddress } from './labels.js';
