import init from './pkg/manicule.js';

await init();
document.querySelector('#state')?.replaceChildren('The core is loaded.');
