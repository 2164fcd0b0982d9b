import "fake-indexeddb/auto"
import { configure } from "@testing-library/react"

// As long as a busy machine may take: by itself it gives up after one second.
configure({ asyncUtilTimeout: 10_000 })
