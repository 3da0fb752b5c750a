// Places the nodes of a network: the well-kept layout that most of the web draws with, and deterministic.
export { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
