export { FrameworkFile, fileOf, frameworkFile, frameworks } from './files.ts'
export {
  type AnswerCounts,
  type CollectionFacts,
  controlStates,
  coverage,
} from './states.ts'
