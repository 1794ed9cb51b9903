import { rollup } from 'rollup';
import configs, { internalNames } from './rollup.config.mjs';
import terser from '@rollup/plugin-terser';
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
const all = { connectivity:'connectivity', contentSecurityPolicy:'csp', dom:'dom', log:'console', longTasks:'timing', navigation:'navigation', network:'network', page:'page', reports:'reports', resources:'resources', timing:'timing', visibility:'visibility' };
const full = configs.find(c=>c.input==='src/script-full.ts');
const src = readFileSync('src/script-full.ts','utf8');
const entry = process.cwd()+'/src/script-weigh.ts';
const mine = ['record','report','guard','now','scrub','texts','entries','listeners','original'].filter(n=>!['now','guard','entries','scrub'].includes(n));
const size = async (names) => {
  const text = names ? names.map(n=>`import { ${n} } from './telemetry/${all[n]}';`).join('\n')+`\nimport { createTelemetry } from './telemetry/telemetry';\nimport { telemetryDefaults } from './telemetry/options';\n`+src+`\n;globalThis.x = (parts) => [createTelemetry({ ${names.join(', ')} }, parts), telemetryDefaults];` : src;
  const b = await rollup({ input:'w', onwarn(){}, plugins:[{name:'e',resolveId:(id)=>id==='w'?entry:null,load:(id)=>id===entry?text:null}, ...full.plugins.slice(0,-1), terser({ecma:2020,compress:{passes:3},format:{comments:false},mangle:{properties:{builtins:true,regex:new RegExp(`^(${[...internalNames,...mine].join('|')})$`)}}})]});
  const {output}=await b.generate({format:'iife', sourcemap:'hidden'});
  if (names) writeFileSync('/tmp/weigh-T.out.js', output[0].code);
  return [output[0].code.length, brotliCompressSync(output[0].code,{params:{[constants.BROTLI_PARAM_QUALITY]:11}}).length];
};
const base = await size(undefined), whole = await size(Object.keys(all));
console.log('base', base, 'with all', whole, 'cost', whole[1]-base[1]);
for (const n of process.argv[2] === 'all' ? Object.keys(all) : process.argv.slice(2)) { const w = await size(Object.keys(all).filter(x=>x!==n)); console.log(n.padEnd(24), whole[0]-w[0], whole[1]-w[1]); }
if (process.argv[2]==='all') { const n = await size([]); console.log('no collector', n[0]-base[0], n[1]-base[1]); }
