"""The form by which one incident is entered or corrected, and what stands around it."""
