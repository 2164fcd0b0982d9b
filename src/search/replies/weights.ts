// Made by eval/train-replies.ts from Doc2Dial's validation part (Feng et al. 2020, CC BY 3.0); not to be edited.
export const WEIGHTS = {
  withoutPages: { all: 0.569, last: 1.75, lastThree: 0.45, asWritten: 1.068, letters: 2.169, inTalk: 1.255, inLast: -0.499, inAgentsLast: -0.935, yesNo: 1.126, yesNoTwice: -1.422, yesNoUnasked: -0.927, asksFirst: 1.278, asksBack: -0.582, length: -2.185, lengthAfterBrief: -1.352, said: -2.207, figure: 1.285, place: 1.592, greets: 0.819 },
  withPages: { all: 0.076, last: 1.218, lastThree: 0.74, asWritten: 0.769, letters: 1.322, inTalk: -1.191, inLast: -0.38, inAgentsLast: -0.95, yesNo: 1.172, yesNoTwice: -1.145, yesNoUnasked: -0.681, asksFirst: 1.555, asksBack: -0.425, length: 0.648, lengthAfterBrief: -1.838, said: -2.081, figure: 0.912, place: 1.572, greets: 1.179, page: 2.301, passage: 1.671, passageLast: 2.238 }
}
