"""The project's exceptions: a code and values, no prose.

``translation.sentence`` turns each into the one sentence that a user reads; a test checks
that every code raised in the source has one.
"""


class OltpError(Exception):
    """Something the user can be told about in one sentence.

    ``code`` names the sentence; ``values`` fill its placeholders.
    """

    def __init__(self, code: str, /, **values):
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}({details})"


class AnalysisError(OltpError):
    """A method cannot be applied to these numbers."""


class ObservatoryError(OltpError):
    """The observatory file refuses or cannot do what was asked."""


class IntakeError(OltpError):
    """A partner's file or its profile cannot be read."""


class LayerError(OltpError):
    """A layer cannot serve as input or output."""


class PrintError(OltpError):
    """A map cannot be put on paper."""


class Cancelled(OltpError):  # noqa: N818 - not a failure
    """The user asked to stop."""

    def __init__(self):
        super().__init__("cancelled")
