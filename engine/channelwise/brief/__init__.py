"""The brief: model, reading from files, interview."""
