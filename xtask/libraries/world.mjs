// The map: how the globe becomes flat, and the countries of Natural Earth, which are in the public domain.
export { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
export { feature, mesh } from 'topojson-client';
export { default as countries } from 'world-atlas/countries-110m.json' with { type: 'json' };
