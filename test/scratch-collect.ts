import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from '@babel/parser';
import { traverseFast } from '@babel/types';
import { checkSync } from 'recheck';
const out: {file:string; line:number; source: string; flags: string; status?: string; note?: string; ms?:number}[] = [];
for (const f of readdirSync('src', {recursive:true, encoding:'utf8'})) {
  if (!f.endsWith('.ts')) continue;
  const ast = parse(readFileSync('src/'+f,'utf8'), {sourceType:'module', plugins:['typescript']});
  traverseFast(ast, (n) => { if (n.type==='RegExpLiteral') out.push({file:f, line:n.loc!.start.line, source:n.pattern, flags:n.flags}); });
}
const t0=performance.now();
for (const o of out) { const t=performance.now(); const r = checkSync(o.source,o.flags,{timeout:10000}); o.ms=performance.now()-t; o.status=r.status; o.note = r.status==='safe'? r.checker : r.status==='vulnerable' ? r.complexity.type+' '+(r.complexity as any).summary+' '+r.checker : JSON.stringify((r as any).error); }
console.log(out.length, performance.now()-t0);
writeFileSync('/tmp/bw/verdicts.json', JSON.stringify(out,null,1));
for (const o of out) if (o.status!=='safe') console.log(o.status, o.note, `${o.file}:${o.line}`, '/'+o.source+'/'+o.flags, Math.round(o.ms!));
