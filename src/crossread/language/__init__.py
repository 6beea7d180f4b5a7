"""The trained pipeline: tokenizer, model loading. The only room that knows where a model lives."""
