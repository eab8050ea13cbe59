/**
 * Run by `documents.mjs` in a process of its own: a document of many entries and pictures, beside the zipping of the same
 * parts alone and beside the docx library given the same words and pictures. Prints JSON.
 */
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import process from 'node:process';
import { draftOf, makeHonors } from './import-files.mjs';
import { collectGarbage, median, noise } from './measures.mjs';

const ROUNDS = 3;
const [bundle = '', entries = '1000', pictures = '200', bytes = '300000'] = process.argv.slice(2);
const ours = await import(bundle);
const records = ours.recordsOf(makeHonors(Number(entries)).map(draftOf));
const images = Array.from({ length: Number(pictures) }, (_, index) => ({
  bytes: noise(Number(bytes), index),
  type: 'jpeg',
  width: 1600,
  height: 1200,
}));
/** @type {readonly string[]} */
const texts = ours.textsOf(records);

// Memory is looked at before the others have had their turn: what they leave behind is not ours.
collectGarbage();
const before = process.memoryUsage().rss;
const file = await ours.makeDocument(records, images);
const peak = process.resourceUsage().maxRSS * 1024 - before;

/** @type {Record<'oursMs' | 'zipMs' | 'libraryMs', number[]>} */
const times = { oursMs: [], zipMs: [], libraryMs: [] };
// In turns, so that whatever else the machine does falls on all alike.
for (let round = 0; round < ROUNDS; round += 1) {
  times.oursMs.push(await timed(() => ours.makeDocument(records, images)));
  const parts = unzipSync(file);
  times.zipMs.push(await timed(() => zipSync(Object.fromEntries(Object.entries(parts).map(asStored)))));
  times.libraryMs.push(await timed(makeWithLibrary));
}
const medians = Object.fromEntries(Object.entries(times).map(([what, list]) => [what, median(list)]));
process.stdout.write(
  JSON.stringify({
    entries: records.length,
    pictures: images.length,
    rounds: ROUNDS,
    fileBytes: file.length,
    peak,
    ...medians,
  }),
);

/** @param {() => unknown} work */
async function timed(work) {
  collectGarbage();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Pictures are compressed already; a plain zip would not try again. @param {[string, Uint8Array]} part */
function asStored([name, content]) {
  return [name, [content, { level: name.startsWith('word/media/') ? 0 : 6 }]];
}

function makeWithLibrary() {
  const children = [
    ...images.map(
      (image) =>
        new Paragraph({
          children: [new ImageRun({ type: 'jpg', data: image.bytes, transformation: { width: 440, height: 330 } })],
        }),
    ),
    ...texts.map((text) => new Paragraph({ text })),
  ];
  return Packer.toArrayBuffer(new Document({ sections: [{ children }] }));
}
