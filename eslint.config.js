// What eslint checks beyond its own recommendations: nothing may turn text into markup or code, so that
// nothing a reader brings in can run.
import js from '@eslint/js';
import globals from 'globals';

const markup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'];

export default [
  { ignores: ['**/pkg/', '**/vendor/', 'target/', 'dist/'] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['www/**/*.js'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        ...markup.map((property) => ({ property, message: 'Build elements, or use a fragment made safe.' })),
        { object: 'document', property: 'write' },
      ],
    },
  },
  {
    // Functions in the browser tests run in the page as well as in Node.
    files: ['{tests,benches,docs,xtask}/**/*.{js,mjs}', '*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
