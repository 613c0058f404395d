export { FrameworkFile, fileOf, frameworkFile, frameworks } from './files.ts'
export {
  type AnswerCounts,
  type CollectionFacts,
  controlStates,
  countAnswers,
  coverage,
} from './states.ts'
