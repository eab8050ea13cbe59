/**
 * What every suite of faults is made of. A new suite is a file that exports one, and a line in all-suites.mjs.
 *
 * @typedef {object} FaultContext
 * @property {import('./run-app.mjs').Runtime} runtime
 * @property {() => number} random from 0 to 1, seeded, so that a run can be repeated
 * @property {string} folder a fresh folder of the suite's own, removed behind it
 * @property {(line: string) => void} note says something about a round that did not go well
 */

/**
 * What the rounds of a suite came to. `acknowledged`: records of which the program had said 已保存 or `ok: true`.
 * `told`: rounds in which a person was told what had happened.
 *
 * @typedef {object} FaultTally
 * @property {number} rounds
 * @property {number} acknowledged
 * @property {number} lost
 * @property {number} halfWritten
 * @property {number} startedAgain
 * @property {number} told
 */

/**
 * @typedef {object} FaultSuite
 * @property {string} name
 * @property {string} title
 * @property {number} rounds in a full run
 * @property {number} quick in a short one
 * @property {() => string | null} [cannotRun] why the machine does not allow it
 * @property {(context: FaultContext, rounds: number) => Promise<FaultTally>} run
 */

/** @returns {FaultTally} */
export function emptyTally() {
  return { rounds: 0, acknowledged: 0, lost: 0, halfWritten: 0, startedAgain: 0, told: 0 };
}
