// The package's own worker starts by being loaded; it is bundled here so that it is served as a script of ours.
// oxlint-disable-next-line import/no-unassigned-import
import 'pdfjs-dist/build/pdf.worker.mjs';
