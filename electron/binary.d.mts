export function electronBinary(root: string, environment?: NodeJS.ProcessEnv): string | undefined
