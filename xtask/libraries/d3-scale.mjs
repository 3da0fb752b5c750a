// Where a moment stands on the timeline and which moments its axis names: the scale most of the web draws with.
export { scaleUtc } from 'd3-scale';
